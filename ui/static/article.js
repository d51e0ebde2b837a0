// Runs once, when the article panel is on the page; Gradio passes in element, props and watch.

function close() {
  if (!element.querySelector(".fs-article")) return;
  props.value = "";
  document.dispatchEvent(new CustomEvent("fundstelle:closed"));
}

element.addEventListener("click", (event) => {
  if (event.target.closest('[data-action="close"]')) close();
});
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") close();
});

watch("value", () => {
  const article = element.querySelector(".fs-article");
  if (!article) return;
  article.focus({ preventScroll: true });
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)").matches;
  const mark = element.querySelector("mark.fs-mark");
  if (mark) mark.scrollIntoView({ block: "center", behavior: calm ? "auto" : "smooth" });
  else article.scrollTop = 0;
});
