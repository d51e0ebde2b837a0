// Runs once, when the list of runs is on the page; Gradio passes in element and trigger.

element.addEventListener("click", (event) => {
  const button = event.target.closest('button[data-action="go-on"]');
  if (button && element.contains(button)) trigger("go_on", { name: button.dataset.name });
});
