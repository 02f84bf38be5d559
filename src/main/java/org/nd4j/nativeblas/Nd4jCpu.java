
package org.nd4j.nativeblas;

/**
 * Answers Deeplearning4j's question whether oneDNN may be used.
 * <p>
 * Deeplearning4j 1.0.0-M2.1 asks a class of this name by reflection. The class
 * that it means now lives in another package and its method has another name,
 * so without this one no layer would ever use oneDNN. Never called by this
 * project; must be dropped when Deeplearning4j is replaced by a later version.
 */
public final class Nd4jCpu {

	private Nd4jCpu() {}

	/** The name by which Deeplearning4j asks. */
	public static final class Environment {

		private static final Environment INSTANCE = new Environment();

		private Environment() {}

		/** @return the one instance */
		public static Environment getInstance() {
			return INSTANCE;
		}

		/**
		 * @return always true; whether the native library really has oneDNN is
		 *         checked before any network is built
		 */
		public boolean isUseMKLDNN() {
			return true;
		}
	}
}
