/** A value now or later: what is kept in this process is there at once, what is kept in a database is not. */
export type Awaitable<Value> = Value | Promise<Value>;
