/** Thrown at who sends what is not Bolt, or not of a kind that passes the gate; the connection then ends. */
export class NotPassed extends Error {}
