
package io.github.cnnclassifier.launch;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

/** Which inputs of a command do not have their declared default. */
final class ChangedInputs {

	private ChangedInputs() {}

	/** @return those that a macro must name, in their order */
	static List<ModuleItem<?>> of(final Module module) {
		final Module plain = NewModule.of(module.getInfo());
		final List<ModuleItem<?>> changed = new ArrayList<>();
		for (final ModuleItem<?> item : UserInputs.of(module))
			if (!Objects.equals(item.getValue(module), item.getValue(plain))) changed
				.add(item);
		return changed;
	}

	/**
	 * @param asked inputs that a dialog had
	 * @return these, and what was changed although no dialog shows it, in their
	 *         order
	 */
	static List<ModuleItem<?>> and(final Module module,
		final List<ModuleItem<?>> asked)
	{
		// who was not asked has not decided anything
		if (asked.isEmpty()) return asked;
		final List<ModuleItem<?>> changed = of(module);
		return UserInputs.of(module).stream().filter(item -> asked.contains(item) ||
			changed.contains(item) && item
				.getVisibility() == ItemVisibility.INVISIBLE).<ModuleItem<?>> map(
					item -> item).toList();
	}
}
