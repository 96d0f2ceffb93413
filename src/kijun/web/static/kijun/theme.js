/* How is light or dark shown at once, and kept on the server besides? */
document.addEventListener("submit", async (event) => {
  const form = event.target.closest?.("[data-theme-form]");
  if (!form || !event.submitter) return;
  event.preventDefault();
  const theme = event.submitter.value;
  document.documentElement.dataset.theme = theme;
  for (const button of form.querySelectorAll("button[name=theme]")) button.setAttribute("aria-pressed", String(button.value === theme));
  try {
    await fetch(form.action, { method: "POST", body: new FormData(form, event.submitter), credentials: "same-origin", redirect: "manual" });
  } catch {
    /* Without a connection the page keeps the theme until it is left. */
  }
});
