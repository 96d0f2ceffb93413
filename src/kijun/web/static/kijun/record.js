/* Where both this browser and the server keep a draft of one form, it is offered once, and given up in both places. */
const KEPT = "kijun:draft:";
const notice = document.querySelector("[data-draft-on-server]");
const isKept = notice && localStorage.getItem(KEPT + notice.dataset.draftOnServer) !== null;
const isOffered = () => document.querySelector("#toasts [data-restore]") !== null;

const start = () => {
  if (!isKept || !isOffered()) return;
  notice.hidden = true;
  document.querySelector("#toasts [data-discard]").addEventListener("click", () => {
    const form = notice.querySelector("form");
    fetch(form.action, { method: "POST", body: new FormData(form), credentials: "same-origin", redirect: "manual" });
  });
};
start();
