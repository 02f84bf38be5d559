
package io.github.cnnclassifier.launch;

import org.scijava.module.Module;
import org.scijava.module.ModuleException;
import org.scijava.module.ModuleInfo;

/** A command as it is declared: every input has its default. */
final class NewModule {

	private NewModule() {}

	/**
	 * @param command to make
	 * @return without a context
	 * @throws IllegalStateException if its class cannot be made
	 */
	static Module of(final ModuleInfo command) {
		try {
			return command.createModule();
		}
		catch (final ModuleException e) {
			throw new IllegalStateException("Cannot make '" + command.getTitle() +
				"'", e);
		}
	}
}
