// A Chromium without language packs writes the fields for dates the American way, whatever the page's language.
// Both functions run in the page: the fields show what a Chinese browser shows, and are put back.
export function chineseDates() {
  const hints = { 'date': '年/月/日', 'datetime-local': '年/月/日 --:--' };
  const walk = (node) => {
    for (const element of node.querySelectorAll('*')) {
      if (element.localName === 'input' && element.type in hints) {
        const { type, value } = element;
        const shown = Object.assign(document.createElement('span'), { className: 'shown-date', textContent: value ? value.replaceAll('-', '/').replace('T', ' ') : hints[type] });
        const style = getComputedStyle(element);
        shown.style.cssText = `display:inline-flex;align-items:center;box-sizing:border-box;width:${Math.max(element.offsetWidth, 150)}px;height:${element.offsetHeight}px;padding:${style.padding};border:${style.border};font:${style.font};color:${style.color};background:${style.backgroundColor}`;
        element.dataset.wasDisplay = element.style.display;
        element.style.display = 'none';
        element.after(shown);
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
}

export function plainDates() {
  const walk = (node) => {
    for (const element of node.querySelectorAll('*')) {
      if (element.className === 'shown-date') {
        element.previousElementSibling.style.display = element.previousElementSibling.dataset.wasDisplay;
        element.remove();
      }
      if (element.shadowRoot) walk(element.shadowRoot);
    }
  };
  walk(document);
}
