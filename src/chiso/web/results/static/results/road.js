// Lộ trình: a slider beside each number field; both say the same. Without this script the number fields stay.
"use strict";

const comma = document.documentElement.lang.startsWith("en") ? "." : ",";
for (const slider of document.querySelectorAll("input[type=range][data-pair]")) {
  const field = document.getElementById(slider.dataset.pair);
  slider.hidden = false;
  slider.addEventListener("input", () => {
    field.value = Number(slider.value).toFixed(2).replace(".", comma);
  });
  field.addEventListener("input", () => {
    slider.value = field.value.replace(",", ".");
  });
}

// What somebody has unfolded stays unfolded when the numbers change.
const folded = () => [...document.querySelectorAll("#road-outcome details, #road-summary details")];
let unfolded = [];
document.addEventListener("htmx:beforeSwap", (event) => {
  if (event.detail.target.id === "road-outcome") unfolded = folded().map((each) => each.open);
});
document.addEventListener("htmx:afterSettle", (event) => {
  if (event.detail.target.id === "road-outcome") folded().forEach((each, place) => { each.open = unfolded[place] ?? each.open; });
});
