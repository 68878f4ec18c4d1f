/** What was read is older than what is known to be there: GitHub's replicas lag. The job ends, and looks again later. */
export class Behind extends Error {
  override readonly name = 'Behind';
}
