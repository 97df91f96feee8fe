// A box that could not be taken as it was typed is marked as long as the list of complaints names it.
"use strict";

const mark = () => {
  for (const field of document.querySelectorAll("form[hx-get] [aria-invalid]")) {
    field.removeAttribute("aria-invalid");
    field.removeAttribute("aria-describedby");
  }
  for (const line of document.querySelectorAll("[data-wrong]")) {
    const field = document.getElementById(line.dataset.wrong);
    field?.setAttribute("aria-invalid", "true");
    field?.setAttribute("aria-describedby", line.id);
  }
};
document.addEventListener("htmx:afterSettle", mark);
