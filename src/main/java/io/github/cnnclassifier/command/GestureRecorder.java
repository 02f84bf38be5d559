
package io.github.cnnclassifier.command;

import java.util.Map;

/**
 * Writes what a person does with the mouse or a key into ImageJ's recorder, as
 * lines that do the same.
 */
public interface GestureRecorder {

	/** Records nothing. */
	GestureRecorder NONE = new GestureRecorder() {

		@Override
		public void run(final Map<String, String> values) {
			// nobody records
		}

		@Override
		public void comment(final String text) {
			// nobody records
		}

		@Override
		public void forget() {
			// nobody records
		}
	};

	/**
	 * Writes a line that runs the same command.
	 *
	 * @param values by key, in the order of the line
	 */
	void run(Map<String, String> values);

	/** @param text for whoever reads the macro; becomes one line */
	void comment(String text);

	/**
	 * No line is written of the run that goes on now: whoever replays it could
	 * not do what the person does.
	 */
	void forget();
}
