// What JavaScript adds to every page. Small, and each part looks for its own elements.
export {};
