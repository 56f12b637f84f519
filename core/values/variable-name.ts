/** What a variable may be called: an identifier, so that code reads `variables.shopUrl`. */
export const VARIABLE_NAME = /^[A-Za-z][A-Za-z0-9_]{0,63}$/;
