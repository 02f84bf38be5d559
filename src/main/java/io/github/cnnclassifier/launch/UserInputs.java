
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

	/** Without services, messages and invisible inputs, as declared. */
	static List<ModuleItem<?>> of(final Module module) {
		final List<ModuleItem<?>> inputs = new ArrayList<>();
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			final Class<?> type = item.getType();
			final boolean hidden = item.getVisibility() == ItemVisibility.INVISIBLE ||
				item.getVisibility() == ItemVisibility.MESSAGE;
			final boolean system = Service.class.isAssignableFrom(type) ||
				Context.class.isAssignableFrom(type) || Gateway.class.isAssignableFrom(
					type);
			if (!hidden && !system) inputs.add(item);
		}
		return inputs;
	}

	/** Those that nothing has given a value yet. */
	static List<ModuleItem<?>> unresolved(final Module module) {
		return of(module).stream().filter(item -> !module.isInputResolved(item
			.getName())).toList();
	}
}
