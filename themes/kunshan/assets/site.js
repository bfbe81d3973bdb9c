// Enhancement only: every page works without this file.
for (const form of document.querySelectorAll("form[data-auto]")) {
  // A filter that was changed is applied at once; the button stays for those without script.
  form.addEventListener("change", () => form.requestSubmit());
}
const asked = document.querySelector(".ask textarea");
asked?.addEventListener("keydown", (event) => {
  // Enter asks; while an input method composes Chinese, Enter belongs to it.
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
    event.preventDefault();
    asked.form.requestSubmit();
  }
});
