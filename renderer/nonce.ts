/** The nonce that main puts into the page at each load, and without which no `<style>` takes effect. */
export const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? '';

// antd makes a few styles past its own `csp` setting: `<style>` for measuring scroll bars and for the scroll lock,
// and style attributes by setAttribute. Both are given here the form that the policy allows.

const createElement = document.createElement.bind(document);
document.createElement = ((tag: string, options?: ElementCreationOptions) => {
  const element = createElement(tag, options);
  if (element instanceof HTMLStyleElement) element.nonce = nonce;
  return element;
}) as typeof document.createElement;

const setAttribute = Element.prototype.setAttribute;
Element.prototype.setAttribute = function (name: string, value: string) {
  if (name === 'style' && (this instanceof HTMLElement || this instanceof SVGElement)) {
    this.style.cssText = value;
  } else {
    setAttribute.call(this, name, value);
  }
};
