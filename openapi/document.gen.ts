export const openapi: string = '{}';
