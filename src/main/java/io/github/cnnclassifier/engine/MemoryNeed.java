
package io.github.cnnclassifier.engine;

/**
 * Memory outside the Java heap that a network takes, about and rather too much.
 *
 * @param fixedBytes whatever the batch size
 * @param bytesPerSample for each sample of a batch
 */
public record MemoryNeed(long fixedBytes, long bytesPerSample) {

	/**
	 * @param batchSize at least 1
	 * @return bytes for batches of that size
	 */
	public long bytes(final int batchSize) {
		return fixedBytes + batchSize * bytesPerSample;
	}
}
