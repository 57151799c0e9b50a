// The sample article, one of those written for this project.
export async function fetchSample() {
  const response = await fetch('sample.txt');
  if (!response.ok) throw new Error('The sample could not be fetched.');
  return (await response.text()).trimEnd();
}
