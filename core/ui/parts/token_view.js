// The highlighted text: one span per segment, drawn with textContent only.
// Pointing at a token, or moving to it with the arrow keys, writes its value under the text. A click
// or Enter opens a menu of edits where there is one.

const drawn = new WeakMap() // parentElement to what stands there now

const OPERATIONS = ["delete", "unk", "blank"]

function make(kind, className, text = "") {
  const element = document.createElement(kind)
  element.className = className
  element.textContent = text
  return element
}

function buildSegment(segment) {
  if (segment.tokens.length === 0) {
    return make(segment.truncated ? "s" : "span", segment.truncated ? "truncated" : "plain", segment.text)
  }
  const token = make("span", segment.mark ? "token mark" : "token", segment.text)
  token.setAttribute("role", "button")
  token.tabIndex = -1
  return token
}

function paint(element, segment, hasMenu) {
  if (segment.tokens.length === 0) return
  element.style.setProperty("--strength", segment.strength)
  element.classList.toggle("negative", segment.negative)
  element.dataset.tokens = segment.tokens.join(" ")
  element.dataset.status = segment.status
  element.setAttribute("aria-label", segment.status)
  if (hasMenu) element.setAttribute("aria-haspopup", "menu")
  else if (!element.hasAttribute("aria-pressed")) element.setAttribute("aria-pressed", "false")
}

// The nodes stay while the text stays, and with them the focus.
function draw(parentElement, data) {
  const text = parentElement.querySelector(".text")
  const shape = JSON.stringify(data.segments.map((s) => [s.text, s.tokens, s.truncated, s.mark]))
  const before = drawn.get(parentElement)
  const same = before?.shape === shape
  if (!same) {
    const focused = parentElement.activeElement?.closest(".token")
    const number = focused ? before.tokens.indexOf(focused) : 0
    text.replaceChildren(...data.segments.map(buildSegment))
    const tokens = [...text.querySelectorAll(".token")]
    const next = tokens[Math.min(number, tokens.length - 1)]
    if (next) next.tabIndex = 0
    if (next && focused) next.focus()
    drawn.set(parentElement, { shape, tokens })
  }
  data.segments.forEach((segment, number) => paint(text.children[number], segment, !!data.menu))
  return { tokens: drawn.get(parentElement).tokens, same }
}

function place(menu, token, view) {
  const box = [...token.getClientRects()].pop()
  const frame = view.getBoundingClientRect()
  const left = Math.min(box.left - frame.left, frame.width - menu.offsetWidth)
  menu.style.top = `${box.bottom - frame.top + 4}px`
  menu.style.left = `${Math.max(left, 0)}px`
}

// Fill and show the menu of one token; `send` takes the operation and the replacement.
function openMenu({ view, menu, token, words, send, close }) {
  const list = make("div", "list")
  list.setAttribute("role", "menu")
  list.setAttribute("aria-label", token.dataset.status)
  const addItem = (name, onClick) => {
    const item = make("button", `item ${name}`, words[name])
    item.setAttribute("role", "menuitem")
    item.onclick = onClick
    list.append(item)
  }
  const field = make("input", "field")
  const ok = make("button", "item ok", words.ok)
  const row = make("div", "row")
  const submit = () => (field.value === "" ? field.focus() : send("replace", field.value))
  OPERATIONS.forEach((operation) => addItem(operation, () => send(operation, "")))
  addItem("replace", () => {
    row.hidden = false
    field.focus()
    field.select()
  })
  addItem("close", () => close(true))
  field.value = token.textContent
  field.maxLength = 200
  field.lang = "ja"
  field.setAttribute("aria-label", words.field)
  ok.onclick = submit
  row.hidden = true
  row.append(field, ok)
  menu.replaceChildren(make("p", "title", token.dataset.status), list, row)
  menu.hidden = false
  token.setAttribute("aria-expanded", "true")
  place(menu, token, view)

  const items = [...list.children]
  items[0].focus({ preventScroll: true })
  menu.onkeydown = (event) => {
    // Streamlit listens for single letters on the page and cannot see that this is a field.
    event.stopPropagation()
    if (event.key === "Escape" && !event.isComposing) {
      event.preventDefault()
      close(true)
    } else if (event.target === field) {
      // 229: Enter ends the conversion of kana to kanji, it does not yet mean OK.
      const composing = event.isComposing || event.keyCode === 229
      if (event.key === "Enter" && !composing) {
        event.preventDefault()
        submit()
      }
    } else {
      const here = items.indexOf(event.target)
      const targets = {
        ArrowDown: (here + 1) % items.length,
        ArrowUp: (here + items.length - 1) % items.length,
        Home: 0,
        End: items.length - 1,
      }
      if (here >= 0 && event.key in targets) {
        event.preventDefault()
        items[targets[event.key]].focus()
      }
    }
  }
  // Some browsers give a clicked button no focus: it must not look as if the menu had been left.
  menu.onmousedown = (event) => event.target !== field && event.preventDefault()
  menu.onfocusout = (event) => menu.contains(event.relatedTarget) || close(false)
}

export default function ({ data, parentElement, setTriggerValue }) {
  const view = parentElement.querySelector(".view")
  const text = parentElement.querySelector(".text")
  const padding = parentElement.querySelector(".padding")
  const status = parentElement.querySelector(".status")
  const announcement = parentElement.querySelector(".announcement")
  const menu = parentElement.querySelector(".menu")

  const { tokens, same } = draw(parentElement, data)
  text.setAttribute("aria-label", data.label)
  padding.textContent = data.padding ?? ""
  padding.hidden = data.padding === null
  if (announcement.textContent !== data.announcement) announcement.textContent = data.announcement
  if (!same) menu.hidden = true

  const chosen = () => tokens.find((token) => token.getAttribute("aria-pressed") === "true")
  const show = (token) => {
    status.textContent = token ? token.dataset.status : data.hint
  }
  const focused = parentElement.activeElement?.closest(".token")
  show(focused ?? chosen())

  const moveTo = (token) => {
    tokens.forEach((other) => (other.tabIndex = other === token ? 0 : -1))
    token.focus()
  }
  const press = (token) => {
    const before = chosen()
    before?.setAttribute("aria-pressed", "false")
    if (before !== token) token.setAttribute("aria-pressed", "true")
    show(token)
  }
  const open = (token) => {
    const close = (goBack) => {
      // First of all: hiding the menu takes the focus out of it, which closes it again.
      menu.onfocusout = null
      if (goBack) token.focus()
      menu.hidden = true
      token.removeAttribute("aria-expanded")
    }
    const send = (operation, replacement) => {
      close(true)
      setTriggerValue("edit", {
        operation,
        tokens: token.dataset.tokens.split(" ").map(Number),
        replacement,
        revision: data.revision,
      })
    }
    openMenu({ view, menu, token, words: data.menu, send, close })
  }
  const act = (token) => (data.menu ? open(token) : press(token))

  text.onmouseover = (event) => {
    const token = event.target.closest(".token")
    if (token) show(token)
  }
  text.onmouseleave = () => show(chosen())
  tokens.forEach((token) => (token.onfocus = () => show(token)))
  text.onclick = (event) => {
    const token = event.target.closest(".token")
    if (!token) return
    moveTo(token)
    act(token)
  }
  text.onkeydown = (event) => {
    const token = event.target.closest(".token")
    if (!token) return
    const here = tokens.indexOf(token)
    const targets = {
      ArrowRight: here + 1,
      ArrowDown: here + 1,
      ArrowLeft: here - 1,
      ArrowUp: here - 1,
      Home: 0,
      End: tokens.length - 1,
    }
    // A key that is used here means nothing to the page: in a lesson an arrow turns it.
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault()
      event.stopPropagation()
      act(token)
    } else if (event.key in targets) {
      event.preventDefault()
      event.stopPropagation()
      const next = tokens[targets[event.key]]
      if (next) moveTo(next)
    }
  }
}
