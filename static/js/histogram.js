// A stretch of several bars, chosen by dragging over them, or by Shift and an arrow key. Without script each bar is a link.

const told = document.querySelector(".picked");
const [hint, chosen] = told?.children ?? [];

function watch(chart) {
  const bars = [...chart.querySelectorAll("[data-from]")];
  let from = -1; // where the stretch begins, while one is chosen
  let to = -1;
  let pressed = false;
  let dragged = false;

  function pick(first, last) {
    [from, to] = [first, last];
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    bars.forEach((bar, at) => bar.classList.toggle("within", low !== high && at >= low && at <= high));
    const words = { from: bars[low]?.dataset.label, to: bars[high]?.dataset.label };
    hint.hidden = low !== high;
    chosen.textContent = low === high ? "" : told.dataset.chosen.replace(/%\((\w+)\)s/g, (_, end) => words[end]);
  }

  function show() {
    const [low, high] = [Math.min(from, to), Math.max(from, to)];
    const address = new URL(bars[low].href.baseVal, location.href);
    address.searchParams.set("from", bars[low].dataset.from);
    address.searchParams.set("to", bars[high].dataset.to);
    location.assign(address);
  }

  // The bar under the pointer, or the nearest one where nothing was said.
  function nearest(event) {
    const away = bars.map((bar) => {
      const { left, right } = bar.getBoundingClientRect();
      return Math.max(left - event.clientX, event.clientX - right, 0);
    });
    return away.indexOf(Math.min(...away));
  }

  chart.addEventListener("pointerdown", (event) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey) return;
    pressed = true;
    dragged = false;
    pick(nearest(event), nearest(event));
  });
  chart.addEventListener("pointermove", (event) => {
    if (!pressed) return;
    if (!(event.buttons & 1)) { // let go outside of the chart
      pressed = false;
      pick(-1, -1);
      return;
    }
    const at = nearest(event);
    if (at === to) return;
    dragged = true;
    chart.setPointerCapture(event.pointerId);
    pick(from, at);
  });
  chart.addEventListener("pointerup", (event) => {
    if (event.button !== 0) return;
    pressed = false;
    if (dragged && from !== to) show();
    else pick(-1, -1);
  });
  chart.addEventListener("pointercancel", () => {
    pressed = dragged = false;
    pick(-1, -1);
  });
  chart.addEventListener("dragstart", (event) => event.preventDefault());
  chart.addEventListener("click", (event) => {
    if (dragged) event.preventDefault();
    dragged = false;
  }, true);

  chart.addEventListener("keydown", (event) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const at = bars.indexOf(event.target.closest("[data-from]"));
    if (event.shiftKey && step && bars[at + step]) {
      event.preventDefault();
      bars[at + step].focus();
      pick(from < 0 ? at : from, at + step);
    } else if (event.key === "Enter" && from !== to) {
      event.preventDefault();
      show();
    } else if (event.key === "Escape" || event.key === "Tab") {
      pressed = false;
      pick(-1, -1);
    }
  });
  // Not on the chart: a browser lets the keyboard into a drawing that listens for its focus.
  chart.parentElement.addEventListener("focusout", (event) => {
    if (!chart.contains(event.relatedTarget) && !pressed) pick(-1, -1);
  });

  // A page that Back brings out of memory has no stretch begun.
  addEventListener("pageshow", (event) => event.persisted && pick(-1, -1));

  chart.classList.add("drags");
}

const charts = [...document.querySelectorAll(".histogram")].filter((chart) => chart.querySelectorAll("[data-from]").length > 1);
charts.forEach(watch);
if (charts.length) told.hidden = false;
