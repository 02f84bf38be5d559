
package io.github.cnnclassifier.imagej.launch;

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
 * Fills the inputs of our commands from the options of a macro, before Fiji
 * does: Fiji overlooks keys in camel case, bare flags and unknown keys, and
 * turns bad numbers into 0.
 */
@Plugin(type = PreprocessorPlugin.class, priority = MacroInputs.PRIORITY)
public final class MacroInputs extends AbstractPreprocessorPlugin {

	/** Ahead of Fiji's own reading of macro options, at 20000. */
	static final double PRIORITY = 25000;

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module) || !isMacro() || isGivenByProgram(module))
			return;
		try {
			apply(MacroOptions.parse(Macro.getOptions()), module);
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

	/** Then the options are those of the macro or script around the program. */
	private static boolean isGivenByProgram(final Module module) {
		return UserInputs.unresolved(module).size() < UserInputs.of(module).size();
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
}
