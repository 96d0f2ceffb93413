/* Which key does what? Any link or button with `data-key` ("n", or "g 1" for two keys in a row) is pressed by it; `?` lists
   them all. Single letters can be turned off, for those who speak to their computer. */
const dialog = document.getElementById("keys");
const PAUSE = 1200;
const OFF = "kijun:single-keys-off";
let before = "";
let since = 0;

const isTyping = (target) => target.closest?.("input, textarea, select, [contenteditable]") !== null;
const keyed = () => [...document.querySelectorAll("[data-key]")];

const list = () => {
  const rows = dialog.querySelector(".keys-list");
  for (const old of rows.querySelectorAll("[data-listed]")) old.remove();
  for (const each of keyed()) {
    const row = document.createElement("div");
    row.dataset.listed = "";
    const keys = row.appendChild(document.createElement("dt"));
    for (const key of each.dataset.key.split(" ")) {
      keys.appendChild(document.createElement("kbd")).textContent = key;
      keys.append(" ");
    }
    row.appendChild(document.createElement("dd")).textContent = (each.getAttribute("aria-label") ?? each.textContent).trim();
    rows.append(row);
  }
};

const press = (event) => {
  const pressed = event.key;
  const sequence = event.timeStamp - since < PAUSE && before ? `${before} ${pressed}` : pressed;
  const target = keyed().find((each) => each.dataset.key === sequence) ?? keyed().find((each) => each.dataset.key === pressed);
  before = target ? "" : pressed;
  since = event.timeStamp;
  if (!target) return;
  event.preventDefault();
  if (target.matches("input, textarea, select")) target.focus();
  else target.click();
};

if (dialog) {
  const choice = dialog.querySelector("[data-single-keys]");
  choice.checked = localStorage.getItem(OFF) === null;
  choice.addEventListener("change", () => (choice.checked ? localStorage.removeItem(OFF) : localStorage.setItem(OFF, "1")));
  new MutationObserver(() => dialog.open && list()).observe(dialog, { attributeFilter: ["open"] });
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || event.repeat || event.key.length > 1) return;
    if (!choice.checked || isTyping(event.target) || document.querySelector("dialog[open]")) return;
    if (event.key === "?") {
      event.preventDefault();
      dialog.showModal();
      return;
    }
    press(event);
  });
}
