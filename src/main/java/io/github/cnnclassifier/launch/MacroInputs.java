
package io.github.cnnclassifier.launch;

import java.awt.GraphicsEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;

import ij.Macro;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Hosts;

/**
 * Gives our commands the inputs of a call that comes with some: from the
 * options of a macro, before Fiji reads them, who overlooks keys in camel case,
 * bare flags and unknown keys, turns bad numbers into 0 and finds keys inside
 * of values. What neither macro nor program has given has its declared default,
 * never the value that somebody used last; a required input without one is an
 * error. So a call is the same with and without a display.
 * <p>
 * A call that gives nothing, such as a click in a menu, is left to the dialog.
 */
@Plugin(type = PreprocessorPlugin.class, priority = MacroInputs.PRIORITY)
public final class MacroInputs extends AbstractPreprocessorPlugin {

	/** Ahead of Fiji's own reading of macro options, at 20000. */
	static final double PRIORITY = 25000;

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module)) return;
		final boolean program = isGivenByProgram(module);
		if (!program && !isMacro() && !GraphicsEnvironment.isHeadless()) return;
		try {
			if (!program) apply(MacroOptions.parse(Macro.getOptions()), module);
			useDeclaredDefaults(module);
		}
		catch (final UserFailure failure) {
			cancel(null);
			Hosts.fail(module.getInfo().getTitle(), failure);
		}
	}

	/** Whether this thread, or one that it works for, runs run() with options. */
	static boolean isMacro() {
		final String options = Macro.getOptions();
		return options != null && !options.isBlank();
	}

	/**
	 * Menus, shortcuts and the search bar never give an input. Then the options
	 * are those of the macro or script around the program.
	 */
	private static boolean isGivenByProgram(final Module module) {
		return UserInputs.isAnyResolved(module);
	}

	static void apply(final MacroOptions options, final Module module) {
		final List<ModuleItem<?>> inputs = UserInputs.of(module);
		final List<String> known = inputs.stream().map(item -> item.getName())
			.toList();
		for (final String key : options.keys()) {
			if (known.stream().noneMatch(key::equalsIgnoreCase)) throw new WrongUsage(
				"Expected " + (known.isEmpty() ? "no options" : "the keys " + known
					.stream().collect(Collectors.joining(", "))) + ", got '" + options
						.given(key) + "'.");
		}
		for (final ModuleItem<?> item : inputs) {
			final Optional<String> text = options.value(item.getName());
			if (text.isEmpty()) continue;
			module.setInput(item.getName(), InputValue.of(item, text.get()));
			module.resolveInput(item.getName());
		}
	}

	private static void useDeclaredDefaults(final Module module) {
		final List<ModuleItem<?>> inputs = UserInputs.of(module).stream().filter(
			item -> !ActiveImage.fills(item) || module.isInputResolved(item
				.getName())).toList();
		final List<String> missing = new ArrayList<>();
		for (final ModuleItem<?> item : inputs) {
			final Object value = item.getValue(module);
			if (value == null && item.isRequired()) missing.add("'" + item.getName() +
				"'");
			InputValue.check(item, value);
		}
		if (!missing.isEmpty()) throw new WrongUsage("Expected a value for " +
			String.join(" and ", missing) + ", got none. Give it as " + missing.get(0)
				.replace("'", "") + "=...");
		inputs.forEach(item -> module.resolveInput(item.getName()));
	}
}
