"""What a person does on the page 比較, in a real browser."""


def test_the_menu_leads_there_and_the_language_comes_along(open_page):
    page = open_page("/?lang=en")
    page.get_by_role("link", name="Compare").click()
    page.get_by_role("heading", name="Compare").first.wait_for()
    page.get_by_role("heading", name="Difference per token").wait_for()
    assert page.get_by_text("Text B").first.is_visible()


def test_typing_two_texts_compares_them(open_page):
    page = open_page("/compare")
    page.get_by_role("textbox", name="文 A").fill("清水寺の舞台に立つ。")
    page.get_by_role("textbox", name="文 B").fill("携帯電話の画面を見る。")
    page.get_by_role("button", name="くらべる").click()
    page.get_by_text("予測が違います。A は「京都」、B は「携帯電話」です。").wait_for()
    for text in ("清水寺の舞台に立つ。", "携帯電話の画面を見る。"):
        page.locator(".text", has_text=text).wait_for()
    assert page.locator(".text").all_inner_texts() == [
        "清水寺の舞台に立つ。",
        "携帯電話の画面を見る。",
    ]
    values = page.locator("[data-testid=stVegaLiteChart] svg text", has_text="A 0.")
    values.nth(3).wait_for()
    assert values.count() == 4
    assert page.locator("[data-testid=stException]").count() == 0


def test_a_deep_link_restores_models_and_view(open_page):
    page = open_page("/compare?mode=models&method=output_max")
    page.get_by_role("heading", name="モデル B: article").wait_for()
    page.get_by_text("この見方の値には単位がない").wait_for()


def test_nothing_scrolls_sideways_on_a_phone(open_page):
    page = open_page("/compare", width=390, height=844, color_scheme="dark")
    widths = page.evaluate(
        "[document.documentElement.scrollWidth, "
        "document.querySelector('[data-testid=stMain]').scrollWidth]"
    )
    assert max(widths) <= 390
