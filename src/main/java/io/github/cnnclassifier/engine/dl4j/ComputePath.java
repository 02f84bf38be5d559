
package io.github.cnnclassifier.engine.dl4j;

/** Who computes the layers that cost most. */
enum ComputePath {

		/** oneDNN, inside ND4J's native library. */
		ONE_DNN {

			@Override
			Operations operations(final Memory memory, final int threads) {
				return new OneDnnOperations(memory);
			}

			@Override
			ThreadCount nativeThreads(final ThreadCount threads) {
				return threads;
			}

			@Override
			String label() {
				return "oneDNN";
			}
		},

		/** Products of matrices and plain Java, wherever Java runs. */
		PORTABLE {

			@Override
			Operations operations(final Memory memory, final int threads) {
				return new PortableOperations(memory, threads);
			}

			/** Threads of Java would wait for native ones that spin. */
			@Override
			ThreadCount nativeThreads(final ThreadCount threads) {
				return ThreadCount.of(1);
			}

			@Override
			String label() {
				return "portable (" + MatrixProducts.best().name() + ")";
			}
		};

	/** What leaves oneDNN aside where there is one, when it is {@code false}. */
	static final String SWITCH = "cnnclassifier.onednn";

	/** @return the path of this machine; libraries must have been started */
	static ComputePath ofThisMachine() {
		return Bootstrap.hasOneDnn() && !"false".equals(System.getProperty(SWITCH))
			? ONE_DNN : PORTABLE;
	}

	/**
	 * @param memory of the run that the layers belong to
	 * @param threads that may compute at the same time, at least 1
	 */
	abstract Operations operations(Memory memory, int threads);

	/** @return how many of the threads native operations may use */
	abstract ThreadCount nativeThreads(ThreadCount threads);

	/** @return what computes convolutions, for reports */
	abstract String label();
}
