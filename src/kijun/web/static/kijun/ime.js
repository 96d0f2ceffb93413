/* When does Enter belong to the input method, and not to the form? While it ends a composition. */
let isEndingComposition = false;

document.addEventListener("keydown", (event) => {
  isEndingComposition = event.key === "Enter" && (event.isComposing || event.keyCode === 229);
  if (isEndingComposition) event.stopImmediatePropagation();
}, true);
document.addEventListener("keyup", () => { isEndingComposition = false; }, true);
document.addEventListener("submit", (event) => {
  if (!isEndingComposition) return;
  event.preventDefault();
  event.stopImmediatePropagation();
}, true);
