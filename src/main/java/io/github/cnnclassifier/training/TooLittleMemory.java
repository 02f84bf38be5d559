
package io.github.cnnclassifier.training;

/** The memory was full in an epoch; the network is of no use any more. */
final class TooLittleMemory extends RuntimeException {

	private static final long serialVersionUID = 1L;

	private final transient TrainingState before;
	private final OutOfMemoryError error;

	/** @param before the epoch */
	TooLittleMemory(final TrainingState before, final OutOfMemoryError error) {
		super(error);
		this.before = before;
		this.error = error;
	}

	TrainingState before() {
		return before;
	}

	OutOfMemoryError error() {
		return error;
	}
}
