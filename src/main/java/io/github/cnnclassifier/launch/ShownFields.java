
package io.github.cnnclassifier.launch;

import java.util.List;
import java.util.Objects;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import io.github.cnnclassifier.command.ClassifierCommand;

/**
 * Which fields a dialog shows before anything is unfolded: the
 * {@link FirstFields}, those without which nothing goes, and those that are not
 * as they were declared: what counts without being seen surprises.
 */
final class ShownFields {

	private final FirstFields first;
	private final Module declared;

	/**
	 * @param module of a command
	 * @param asked its inputs that the dialog asks for, in order
	 */
	ShownFields(final Module module, final List<ModuleItem<?>> asked) {
		first = new FirstFields(module, asked);
		declared = NewModule.of(module.getInfo());
	}

	/**
	 * @param item one of those that are asked
	 * @param text what its field holds
	 * @return whether its row is shown
	 */
	boolean has(final ModuleItem<?> item, final String text) {
		return first.has(item) || !isDeclared(item, text) || text.isBlank() && item
			.isRequired() && item.getValue(declared) == null;
	}

	private boolean isDeclared(final ModuleItem<?> item, final String text) {
		return text.equals(Objects.toString(item.getValue(declared), "")) || text
			.equals(item.get(ClassifierCommand.DIALOG_DEFAULT));
	}
}
