
package io.github.cnnclassifier.launch;

import java.util.ArrayList;
import java.util.List;

import org.scijava.Context;
import org.scijava.Gateway;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

/** The inputs of our commands that a person or a macro gives. */
final class UserInputs {

	private static final String OURS = "io.github.cnnclassifier.";

	private UserInputs() {}

	/** Whether a module is a command of this project; others are left alone. */
	static boolean isOurs(final Module module) {
		final String name = module.getInfo().getDelegateClassName();
		return name != null && name.startsWith(OURS);
	}

	/**
	 * All that can be given by name, as declared: without services and messages,
	 * with the invisible inputs that no dialog shows.
	 */
	static List<ModuleItem<?>> of(final Module module) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			final Class<?> type = item.getType();
			final boolean message = item.getVisibility() == ItemVisibility.MESSAGE;
			final boolean system = Service.class.isAssignableFrom(type) ||
				Context.class.isAssignableFrom(type) || Gateway.class.isAssignableFrom(
					type);
			if (!message && !system) inputs.add(item);
		}
		return inputs;
	}

	/** Those that a dialog is to ask for, as nothing has given them a value. */
	static List<ModuleItem<?>> unresolved(final Module module) {
		return of(module).stream().filter(item -> item
			.getVisibility() != ItemVisibility.INVISIBLE && !module.isInputResolved(
				item.getName())).toList();
	}

	/** Whether something has given one of them a value. */
	static boolean isAnyResolved(final Module module) {
		return of(module).stream().anyMatch(item -> module.isInputResolved(item
			.getName()));
	}
}
