// リンクをコピー: the address of the view goes into the clipboard, or, where the browser keeps that
// to itself (no https), into a field to be copied from.

const SECONDS = 4

function makeField(link, label) {
  const field = document.createElement("input")
  field.readOnly = true
  field.value = link
  field.setAttribute("aria-label", label)
  return field
}

// Under the button, inside the window.
function place(bubble, button) {
  const left = button.getBoundingClientRect().left
  const room = document.documentElement.clientWidth - 16 - left - bubble.offsetWidth
  bubble.style.left = `${Math.max(Math.min(0, room), 16 - left)}px`
}

export default function ({ data, parentElement }) {
  const button = parentElement.querySelector(".link")
  const bubble = parentElement.querySelector(".bubble")
  let timer

  const hide = () => {
    clearTimeout(timer)
    bubble.replaceChildren()
  }
  const tell = (...content) => {
    clearTimeout(timer)
    bubble.replaceChildren(...content)
    place(bubble, button)
  }
  const offer = (link) => {
    const field = makeField(link, data.field)
    const words = document.createElement("span")
    words.textContent = data.manual
    tell(words, field)
    field.focus()
    field.select()
    field.onblur = hide
    field.onkeydown = (event) => {
      event.stopPropagation() // Streamlit listens for single letters on the page
      if (event.key === "Escape") button.focus()
    }
  }

  button.textContent = data.label
  button.title = data.reason ?? data.help
  button.setAttribute("aria-disabled", data.reason !== null)
  button.onblur = () => data.reason !== null && hide()
  button.onclick = async () => {
    if (data.reason !== null) {
      tell(data.reason)
      return
    }
    const link = `${location.origin}${location.pathname}?${data.query}`
    try {
      // Not there at all without https, except on this computer.
      await navigator.clipboard.writeText(link)
    } catch {
      offer(link)
      return
    }
    tell(data.copied)
    timer = setTimeout(hide, SECONDS * 1000)
  }
  return () => clearTimeout(timer)
}
