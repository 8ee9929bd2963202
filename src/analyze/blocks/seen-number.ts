/** A number, and when it was first and last seen. digits ascend where several are given. */
export type SeenNumber = { readonly digits: number; readonly firstSeenAt: number; readonly lastSeenAt: number }
