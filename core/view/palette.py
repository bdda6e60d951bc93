"""The colours of the charts on a light and on a dark page."""

PAGE = {"light": "#ffffff", "dark": "#171614"}  # Streamlit's own, and its words on it
PAGE_INK = {"light": "#2f2d2b", "dark": "#edebe8"}
ACCENT = {"light": "#0b57d0", "dark": "#6ea3ff"}
OTHERS = {"light": "#9aa3ad", "dark": "#6b7480"}
INK = {"light": "#1f2328", "dark": "#f0f3f6"}
QUIET = {"light": "#59636e", "dark": "#a3acb5"}  # 4.5:1 and more on both pages
HIGHLIGHT = {"light": "#b34700", "dark": "#ff8a3d"}
# From nothing to the largest value, one hue.
SEQUENTIAL = {"light": ("#fdf3ec", "#d55e00"), "dark": ("#241910", "#ff8a3d")}
# The same for cells with a number on them: INK stays readable on every shade.
SOFT_SEQUENTIAL = {"light": ("#fdf3ec", "#f0a264"), "dark": ("#241910", "#99501f")}
# From -1 over 0 to 1; blue and orange are told apart by colour-blind people too.
SOFT_DIVERGING = {
    "light": ("#7db3e0", "#f5f6f7", "#f0a264"),
    "dark": ("#2c6599", "#23282e", "#99501f"),
}
# What the model looked at, for and against a label (Okabe & Ito 2008: told apart by colour-blind
# people too), and how much of the hue the strongest token has; the rest is the page.
FOR_HUE = "#d55e00"
AGAINST_HUE = "#0072b2"
MOST_HUE = 0.65
