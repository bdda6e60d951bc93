// One dot per step, and the keys of the lesson: ← → steps, Enter answers, N notes. A presenter in the
// hand sends PageUp and PageDown.

const KEYS = {
  ArrowLeft: "back",
  PageUp: "back",
  ArrowRight: "forward",
  PageDown: "forward",
  Enter: "onward",
  n: "notes",
}

// What has a use of its own for these keys.
const OWN_KEYS = [
  "input:not([type=checkbox])",
  "textarea",
  "select",
  "[contenteditable=true]",
  ".token",
  "[data-testid=stPopoverBody]",
  ...[
    "combobox",
    "dialog",
    "grid",
    "listbox",
    "menu",
    "radio",
    "radiogroup",
    "slider",
    "spinbutton",
    "tablist",
    "textbox",
  ].map((role) => `[role=${role}]`),
].join()
const OWN_ENTER = "button, a[href], summary, [role=button], [role=link]"

const FIELD = "[data-testid=stPopoverBody] textarea"

const listening = new WeakMap() // parentElement to what ends it
const writing = new WeakSet() // each parentElement while the field for another sentence is open

function isFree(event, name) {
  const elements = event.composedPath().filter((element) => element instanceof Element)
  if (elements.some((element) => element.matches(OWN_KEYS))) return false
  if (name === "Enter") return !elements.some((element) => element.matches(OWN_ENTER))
  const [focused] = elements
  const scrolls = focused.tabIndex >= 0 && focused.scrollWidth > focused.clientWidth
  return !(name.startsWith("Arrow") && scrolls)
}

function drawDots(dots, data, onClick) {
  dots.setAttribute("aria-label", data.label)
  while (dots.children.length < data.titles.length) {
    const dot = document.createElement("button")
    dot.className = "dot"
    dot.type = "button"
    dots.append(dot)
  }
  data.titles.forEach((title, place) => {
    const dot = dots.children[place]
    dot.title = title
    dot.setAttribute("aria-label", title)
    if (place + 1 === data.number) dot.setAttribute("aria-current", "step")
    else dot.removeAttribute("aria-current")
    dot.onclick = () => onClick(place + 1)
  })
}

function focusField(parentElement) {
  const field = document.querySelector(FIELD)
  if (field) field.focus()
  else if (writing.has(parentElement)) requestAnimationFrame(() => focusField(parentElement))
}

export default function ({ data, parentElement, setTriggerValue }) {
  drawDots(parentElement.querySelector(".dots"), data, (number) => setTriggerValue("step", number))
  const announcement = parentElement.querySelector(".announcement")
  if (announcement.textContent !== data.announcement) announcement.textContent = data.announcement

  // Streamlit leaves the focus on the button: the field would come last of the page.
  if (!data.writing) writing.delete(parentElement)
  else if (!writing.has(parentElement)) {
    writing.add(parentElement)
    focusField(parentElement)
  }

  const listen = (event) => {
    if (!parentElement.isConnected) return end()
    if (event.defaultPrevented || event.repeat) return
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return
    // 229: the key belongs to the conversion of kana to kanji.
    if (event.isComposing || event.keyCode === 229) return
    const name = event.key.length === 1 ? event.key.toLowerCase() : event.key
    if (!(name in KEYS) || !isFree(event, name)) return
    event.preventDefault()
    setTriggerValue("key", KEYS[name])
  }
  listening.get(parentElement)?.()
  document.addEventListener("keydown", listen)
  const end = () => document.removeEventListener("keydown", listen)
  listening.set(parentElement, end)
  // Streamlit also ends what it begins anew a moment later: a key in between is not to be lost.
  return () => parentElement.isConnected || end()
}
