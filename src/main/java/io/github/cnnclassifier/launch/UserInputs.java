
package io.github.cnnclassifier.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.scijava.Context;
import org.scijava.Gateway;
import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.service.Service;

import io.github.cnnclassifier.failure.UserFailure;

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

	/** Nothing is to be asked for any more, no heading shown. */
	static void resolveAll(final Module module) {
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			module.resolveInput(item.getName());
		}
	}

	/**
	 * Sets all values that are possible, whatever is wrong with others.
	 *
	 * @param values texts of inputs by their names; the others stay as they are
	 * @return what is wrong, in the order of the inputs
	 */
	static List<UserFailure> set(final Module module,
		final Map<String, String> values)
	{
		final List<UserFailure> wrong = new ArrayList<>();
		for (final ModuleItem<?> item : of(module)) {
			final String text = values.get(item.getName());
			if (text == null) continue;
			try {
				module.setInput(item.getName(), InputValue.of(item, text));
			}
			catch (final UserFailure e) {
				wrong.add(e);
			}
		}
		return wrong;
	}

	/** What is wrong, with the labels that a person sees. */
	static String words(final List<UserFailure> wrong, final Module module) {
		return InputLabels.in(wrong.stream().map(UserFailure::getMessage).collect(
			Collectors.joining(" ")), of(module));
	}

	/** Whether something has given one of them a value. */
	static boolean isAnyResolved(final Module module) {
		return of(module).stream().anyMatch(item -> module.isInputResolved(item
			.getName()));
	}
}
