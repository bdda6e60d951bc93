// The button that ends the presentation, and Esc, which does the same where it does nothing else.

// Esc closes these first, and ends a conversion from kana to kanji.
const OPEN = "[role=dialog], [role=listbox], [role=menu], [role=tooltip], [data-baseweb=popover]"

const listening = new WeakMap() // parentElement to what ends it

export default function ({ data, parentElement, setTriggerValue }) {
  const button = parentElement.querySelector(".end")
  button.title = data.end
  button.setAttribute("aria-label", data.end)
  const end = () => setTriggerValue("end", true)
  button.onclick = end
  const listen = (event) => {
    if (!parentElement.isConnected) return stop()
    if (event.key !== "Escape" || event.isComposing || event.defaultPrevented) return
    if (event.target.closest("input, textarea") || document.querySelector(OPEN)) return
    end()
  }
  listening.get(parentElement)?.()
  document.addEventListener("keydown", listen)
  const stop = () => document.removeEventListener("keydown", listen)
  listening.set(parentElement, stop)
  // Streamlit also ends what it begins anew a moment later: a key in between is not to be lost.
  return () => parentElement.isConnected || stop()
}
