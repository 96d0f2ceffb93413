/* How is a link or a text copied? `data-copy` holds it, `data-copied` is what the button says then. */
const STAYS = 2000;

document.addEventListener("click", async (event) => {
  const button = event.target.closest?.("[data-copy]");
  if (!button) return;
  event.preventDefault();
  await navigator.clipboard.writeText(new URL(button.dataset.copy, location.href).href);
  const before = button.dataset.says ?? button.textContent;
  button.dataset.says = before;
  button.textContent = button.dataset.copied;
  setTimeout(() => { button.textContent = before; }, STAYS);
});
