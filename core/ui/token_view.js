// The highlighted text: one span per segment, drawn with textContent only.
// Pointing at a token, or moving to it with the arrow keys, writes its value under the text.

const drawn = new WeakMap()

function buildSegment(segment) {
  if (segment.tokens.length === 0) {
    const plain = document.createElement(segment.truncated ? "s" : "span")
    plain.className = segment.truncated ? "truncated" : "plain"
    plain.textContent = segment.text
    return plain
  }
  const token = document.createElement("span")
  token.className = segment.mark ? "token mark" : "token"
  token.setAttribute("role", "button")
  token.tabIndex = -1
  token.textContent = segment.text
  token.style.setProperty("--strength", segment.strength)
  token.dataset.tokens = segment.tokens.join(" ")
  token.dataset.status = segment.status
  token.setAttribute("aria-label", segment.status)
  token.setAttribute("aria-pressed", "false")
  return token
}

export default function ({ data, parentElement }) {
  const text = parentElement.querySelector(".text")
  const status = parentElement.querySelector(".status")
  const signature = JSON.stringify(data)
  if (drawn.get(parentElement) === signature) return
  drawn.set(parentElement, signature)

  text.setAttribute("aria-label", data.label)
  text.replaceChildren(...data.segments.map(buildSegment))
  status.textContent = data.hint

  const tokens = [...text.querySelectorAll(".token")]
  if (tokens.length > 0) tokens[0].tabIndex = 0
  let chosen = null

  const show = (token) => {
    status.textContent = token ? token.dataset.status : data.hint
  }
  const choose = (token) => {
    const again = token === chosen
    if (chosen) chosen.setAttribute("aria-pressed", "false")
    chosen = again ? null : token
    if (chosen) chosen.setAttribute("aria-pressed", "true")
    show(chosen ?? token)
  }
  const moveTo = (token) => {
    tokens.forEach((other) => (other.tabIndex = other === token ? 0 : -1))
    token.focus()
  }

  text.onmouseover = (event) => {
    const token = event.target.closest(".token")
    if (token) show(token)
  }
  text.onmouseleave = () => show(chosen)
  tokens.forEach((token) => (token.onfocus = () => show(token)))
  text.onclick = (event) => {
    const token = event.target.closest(".token")
    if (!token) return
    moveTo(token)
    choose(token)
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
    if (event.key === "Enter" || event.key === " ") {
      event.preventDefault()
      choose(token)
    } else if (event.key in targets) {
      event.preventDefault()
      const next = tokens[targets[event.key]]
      if (next) moveTo(next)
    }
  }
}
