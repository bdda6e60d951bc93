// Asks for the page anew when the look changes from light to dark or back: charts and drawings were
// sent in the colours of the other one.

const watching = new WeakMap() // parentElement to what ends it
let asked // the look that the page was asked for last: never twice in a row

export default function ({ data, parentElement, setTriggerValue }) {
  const app = document.querySelector("[data-testid=stApp]")
  const compare = () => {
    const look = getComputedStyle(app).colorScheme
    if (look === data.look) asked = undefined
    else if (look !== asked) {
      asked = look
      setTriggerValue("look", look)
    }
  }
  watching.get(parentElement)?.disconnect()
  // Streamlit gives its app another class when the colours change.
  const observer = new MutationObserver(compare)
  observer.observe(app, { attributeFilter: ["class"] })
  watching.set(parentElement, observer)
  compare()
  return () => observer.disconnect()
}
