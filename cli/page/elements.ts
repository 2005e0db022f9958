/** The element of the page that has this id. Throws where it is none of the kind. */
export function byId<T extends HTMLElement>(id: string, kind: new () => T): T {
  const found = document.getElementById(id);
  if (!(found instanceof kind)) throw new Error(`the page has no ${id}`);
  return found;
}

export const setText = (id: string, words: string): void => {
  byId(id, HTMLElement).textContent = words;
};

/** An element with a text, or with other elements, in it: nothing that a report holds is ever read as markup. */
export function make(name: string, content: string | readonly (Node | string)[], className = ''): HTMLElement {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.append(...(typeof content === 'string' ? [content] : content));
  return made;
}
