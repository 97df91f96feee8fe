/* The review of a plan, made quicker: the place of a value in the document is shown exactly, a block of the document leads
   to the values read from it, what was open stays open. Without this the same links go to the block. */
(() => {
  const pane = document.getElementById("document");
  const form = document.getElementById("form");
  if (!pane || !form) return;
  const canHighlight = "highlights" in CSS;
  const links = [...form.querySelectorAll("a.stands")];
  const byBlock = new Map();

  const placesOf = (link) =>
    link.dataset.places.split(" ").map((place) => {
      const [block, start, end] = place.split(":").map(Number);
      return { block, start, end };
    });

  for (const link of links)
    for (const { block } of placesOf(link)) {
      if (!byBlock.has(block)) byBlock.set(block, []);
      if (!byBlock.get(block).includes(link)) byBlock.get(block).push(link);
    }

  const rangesOf = ({ block, start, end }) => {
    const ranges = [];
    for (const part of document.querySelectorAll(`#block-${block} [data-start]`)) {
      const text = part.firstChild;
      if (!text) continue;
      const from = Math.max(start - Number(part.dataset.start), 0);
      const to = Math.min(end - Number(part.dataset.start), text.length);
      if (from >= to) continue;
      const range = new Range();
      range.setStart(text, from);
      range.setEnd(text, to);
      ranges.push(range);
    }
    return ranges;
  };

  const show = (link, { scroll = true } = {}) => {
    for (const old of pane.querySelectorAll(".shown")) old.classList.remove("shown");
    for (const old of form.querySelectorAll("a.stands[aria-current]")) old.removeAttribute("aria-current");
    link.setAttribute("aria-current", "true");
    const places = placesOf(link);
    for (const { block } of places) document.getElementById(`block-${block}`)?.classList.add("shown");
    if (canHighlight) CSS.highlights.set("stands", new Highlight(...places.flatMap(rangesOf)));
    if (scroll) document.getElementById(`block-${places[0].block}`)?.scrollIntoView({ block: "center" });
  };

  const goTo = (control) => {
    for (let above = control.closest("details"); above; above = above.parentElement.closest("details")) above.open = true;
    control.scrollIntoView({ block: "center" });
    control.focus({ preventScroll: true });
  };

  const areSideBySide = () => getComputedStyle(pane).position === "sticky";

  form.addEventListener("click", (event) => {
    const link = event.target.closest("a.stands");
    if (link) {
      // Where the document stands below, the link goes there by itself, so that "back" comes back to the value.
      if (areSideBySide()) event.preventDefault();
      show(link, { scroll: areSideBySide() });
    }
    const next = event.target.closest("a[data-next]");
    if (next) {
      event.preventDefault();
      toNext();
    }
  });

  // Whoever is in a field sees its place beside it, where the two stand side by side.
  form.addEventListener("focusin", (event) => {
    const link = event.target.closest(".value")?.querySelector("a.stands");
    if (link && event.target !== link && areSideBySide()) show(link);
  });

  const toNext = () => {
    const left = [...form.querySelectorAll(".value.doubt, .value.missing, .value.faulty")].map((value) =>
      value.querySelector("input, select, textarea"),
    );
    const here = document.activeElement;
    const after = left.find((each) => here !== each && here.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING);
    const target = (form.contains(here) && after) || left[0];
    if (target) goTo(target);
  };

  pane.classList.add("linked");
  let turn = 0;
  let last = null;
  pane.addEventListener("click", (event) => {
    const block = event.target.closest(".block");
    const found = block && byBlock.get(Number(block.id.slice("block-".length)));
    if (!found || String(getSelection())) return;
    turn = block === last ? (turn + 1) % found.length : 0;
    last = block;
    goTo(document.getElementById(found[turn].dataset.value));
    show(found[turn], { scroll: false });
  });

  // What was open before the form was sent is open again after it.
  const key = `open ${location.pathname}`;
  form.addEventListener("submit", () => {
    const open = [...form.querySelectorAll("details[open]")].map((each) => each.id);
    sessionStorage.setItem(key, JSON.stringify({ open, at: scrollY }));
  });
  const kept = JSON.parse(sessionStorage.getItem(key) ?? "null");
  sessionStorage.removeItem(key);
  if (kept) {
    for (const id of kept.open) {
      const details = id && document.getElementById(id);
      if (details) details.open = true;
    }
    if (!location.hash && !document.querySelector("[role=alert]")) scrollTo(0, kept.at);
  }
})();
