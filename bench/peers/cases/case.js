// @ts-check
/**
 * What is measured: one question, asked of each contestant in its own way, with other parameters each time.
 *
 * @typedef {Record<string, any>} Parameters
 * @typedef {{ query: string, variables?: Parameters }} Operation of GraphQL
 * @typedef {{ statement: string, parameters: Parameters }} Statement of cypher/
 * @typedef {{ name: string, title: string, clients: readonly number[], pool?: number | undefined,
 *   draw: (random: import('../random.js').Random, world: import('../world.js').World) => Parameters,
 *   ask: Partial<Record<string, (parameters: any) => Operation | Statement>>,
 *   answer: Partial<Record<string, (data: any, parameters: any) => unknown>>,
 *   titles?: Record<string, string>, note?: string }} Case
 * `pool`: of how many different draws each contestant is asked, again and again; left out: every request is another.
 * `titles`: of contestants who answer this case in another way than others.
 * `answer`: what a contestant said, in the shape in which all are compared.
 */
export {};
