/* How does a native dialog open and close? What opens it is a link or a button that works without a script, too. */
document.addEventListener("click", (event) => {
  const opener = event.target.closest?.("[data-opens]");
  const dialog = opener && document.getElementById(opener.dataset.opens);
  if (dialog) {
    event.preventDefault();
    for (const menu of document.querySelectorAll("details.menu[open]")) menu.open = false;
    dialog.showModal();
    return;
  }
  if (event.target.closest?.("[data-closes]")) event.target.closest("dialog")?.close();
  if (event.target.closest?.("[data-dismiss]")) event.target.closest(".toast, .notice")?.remove();
  if (event.target instanceof HTMLDialogElement) event.target.close();
});
