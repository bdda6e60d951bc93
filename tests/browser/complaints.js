// What a class at the back of the room could not read: text that is small, cut off or in a canvas,
// and a page that scrolls. An empty list where all is well.
;(smallest) => {
  const found = []
  for (const box of [document.scrollingElement, document.querySelector("[data-testid=stMain]")])
    if (box.scrollHeight > box.clientHeight || box.scrollWidth > box.clientWidth)
      found.push(
        `${box.tagName} scrolls: ${box.scrollWidth} × ${box.scrollHeight} px in ` +
          `${box.clientWidth} × ${box.clientHeight}`,
      )

  const parentOf = (node) => node.assignedSlot ?? node.parentElement ?? node.getRootNode().host
  const isClipping = (style) => `${style.overflowX} ${style.overflowY}` !== "visible visible"

  // The boxes outside which nothing of the element is seen.
  function* framesOf(element) {
    for (let box = element; box && box !== document.body; box = parentOf(box)) {
      const style = getComputedStyle(box)
      if (isClipping(style) && style.display !== "inline") yield box.getBoundingClientRect()
      if (style.position === "fixed") break
    }
    yield new DOMRect(0, 0, innerWidth, innerHeight)
  }

  function checkText(element, rectangle, text) {
    const frames = [...framesOf(element)]
    // One pixel: for screen readers alone.
    if (frames.some((frame) => frame.width <= 1 || frame.height <= 1)) return
    const isInside = (frame) =>
      rectangle.left >= frame.left - 2 &&
      rectangle.top >= frame.top - 2 &&
      rectangle.right <= frame.right + 2 &&
      rectangle.bottom <= frame.bottom + 2
    if (!frames.every(isInside)) found.push(`cut off: ${text}`)
    let size = parseFloat(getComputedStyle(element).fontSize)
    if (element instanceof SVGElement) {
      const matrix = element.getScreenCTM()
      size *= Math.hypot(matrix.a, matrix.b)
    }
    if (size < smallest - 0.01) found.push(`${size.toFixed(1)} px: ${text}`)
  }

  function check(root) {
    for (const element of root.querySelectorAll("*")) {
      if (element.shadowRoot) check(element.shadowRoot)
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue
      if (element.tagName === "CANVAS") found.push("a canvas, whose text nobody can measure")
      if (element.matches("input:not([type=checkbox]), textarea"))
        checkText(element, element.getBoundingClientRect(), element.value)
      for (const node of element.childNodes) {
        if (node.nodeType !== Node.TEXT_NODE || !node.data.trim()) continue
        const range = document.createRange()
        range.selectNodeContents(node)
        const rectangle = range.getBoundingClientRect()
        if (rectangle.width > 0) checkText(element, rectangle, node.data.trim())
      }
    }
  }
  check(document.body)
  return found
}
