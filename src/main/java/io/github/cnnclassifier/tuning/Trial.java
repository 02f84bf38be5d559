
package io.github.cnnclassifier.tuning;

/**
 * One training of a study.
 *
 * @param number 1-based, in the order of the study
 * @param purpose why it is made
 * @param setting what is changed
 * @param rung 0-based: how often the setting was found worth a longer training
 * @param share of the length of a whole training, above 0, at most 1
 * @param seed of everything random in the training
 */
public record Trial(int number, Purpose purpose, Setting setting, int rung,
		double share, long seed)
{

	/** Why a trial is made. */
	public enum Purpose {

			/** To know what there is to beat. */
			DEFAULT("default"),

			/** To find something better. */
			SEARCH("search"),

			/** To know how much is a matter of chance. */
			REPEAT("repeat");

		private final String label;

		Purpose(final String label) {
			this.label = label;
		}

		/** @return a word for it */
		public String label() {
			return label;
		}
	}

	/** @return whether it is a whole training */
	public boolean isWhole() {
		return share == 1;
	}
}
