// A popover that is opened by keyboard gets the focus: it stands last in the page, and without this
// the way from its button to its first line leads through everything between.

const FOCUSABLE = "button:not(:disabled), input:not(:disabled), textarea, a[href], [tabindex='0']"
const PATIENCE = 10_000 // ms; a button that closes its popover opens none

const listening = new WeakMap() // parentElement to what ends it

function enter() {
  const observer = new MutationObserver(() => {
    const first = document.querySelector(`[data-testid=stPopoverBody] :is(${FOCUSABLE})`)
    if (!first) return
    observer.disconnect()
    // Whoever drew it may know a better place.
    if (!document.activeElement.closest("[data-testid=stPopoverBody]")) first.focus()
  })
  observer.observe(document.body, { childList: true, subtree: true })
  setTimeout(() => observer.disconnect(), PATIENCE)
}

export default function ({ parentElement }) {
  const listen = (event) => {
    const byKeyboard = event.detail === 0
    if (byKeyboard && event.target.closest("[data-testid=stPopoverButton]")) enter()
  }
  listening.get(parentElement)?.()
  document.addEventListener("click", listen, true)
  const end = () => document.removeEventListener("click", listen, true)
  listening.set(parentElement, end)
  return end
}
