// One cell per sentence. Pointing at a cell, or moving to it with the arrow keys, tells what it
// is; a click or Enter opens the sentence.

const drawn = new WeakMap()

function buildCell(cell, number) {
  const built = document.createElement("span")
  built.className = cell.category === undefined ? "cell none" : "cell"
  if (cell.cut) built.classList.add("cut")
  if (cell.category !== undefined) {
    built.dataset.category = cell.category % 6
    built.style.setProperty("--strength", cell.strength)
    built.textContent = cell.sign
  }
  built.dataset.number = number
  built.dataset.status = cell.status
  built.setAttribute("role", "button")
  built.setAttribute("aria-label", cell.status)
  built.setAttribute("aria-disabled", cell.category === undefined)
  built.tabIndex = -1
  return built
}

function buildLegend({ sign, text }, number, size) {
  const line = document.createElement("span")
  const sample = document.createElement("span")
  sample.className = "cell"
  sample.dataset.category = number % 6
  sample.style.setProperty("--strength", 1)
  sample.setAttribute("aria-hidden", "true")
  sample.textContent = sign
  const words = document.createElement("span")
  words.textContent = text
  line.replaceChildren(sample, words)
  line.className = size
  return line
}

export default function ({ data, parentElement, setTriggerValue }) {
  const strip = parentElement.querySelector(".strip")
  const status = parentElement.querySelector(".status")
  const open = (cell) => {
    if (cell.getAttribute("aria-disabled") === "true") return
    setTriggerValue("open", Number(cell.dataset.number))
  }

  strip.onclick = (event) => {
    const cell = event.target.closest(".cell")
    if (cell) open(cell)
  }
  const signature = JSON.stringify(data)
  if (drawn.get(parentElement) === signature) return
  drawn.set(parentElement, signature)

  strip.setAttribute("aria-label", data.label)
  strip.className = `strip ${data.size}`
  const cells = data.cells.map(buildCell)
  strip.replaceChildren(...cells)
  parentElement
    .querySelector(".legend")
    .replaceChildren(...data.legend.map((entry, number) => buildLegend(entry, number, data.size)))
  status.textContent = data.hint
  if (cells.length > 0) cells[0].tabIndex = 0

  const show = (cell) => {
    status.textContent = cell ? cell.dataset.status : data.hint
  }
  strip.onmouseover = (event) => {
    const cell = event.target.closest(".cell")
    if (cell) show(cell)
  }
  strip.onmouseleave = () => show(parentElement.activeElement?.closest(".strip .cell"))
  cells.forEach((cell) => (cell.onfocus = () => show(cell)))
  strip.onkeydown = (event) => {
    const cell = event.target.closest(".cell")
    if (!cell) return
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault()
      event.stopPropagation()
      open(cell)
      return
    }
    const here = Number(cell.dataset.number)
    const below = cells.findIndex((other) => other.offsetTop > cells[0].offsetTop)
    const row = below === -1 ? cells.length : below
    const targets = {
      ArrowRight: here + 1,
      ArrowLeft: here - 1,
      ArrowDown: here + row,
      ArrowUp: here - row,
      Home: 0,
      End: cells.length - 1,
    }
    if (!(event.key in targets)) return
    event.preventDefault()
    event.stopPropagation()
    const next = cells[targets[event.key]]
    if (!next) return
    cell.tabIndex = -1
    next.tabIndex = 0
    next.focus()
  }
}
