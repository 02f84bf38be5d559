
package io.github.cnnclassifier.launch;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.scijava.Context;
import org.scijava.command.Command;
import org.scijava.command.CommandInfo;
import org.scijava.command.CommandService;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;

import ij.ImagePlus;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.reader.ImageJImageReader;

/**
 * Makes a command from a command line: the same inputs, the same checks as for
 * a macro, but images are files and nothing is shown.
 */
public final class CommandLine {

	/** Commands whose result is an image that opens. */
	private static final Set<Commands> SHOWING = Set.of(Commands.PREPROCESS,
		Commands.PREVIEW_AUGMENTATION, Commands.MAP_CLASSES, Commands.HEAT_MAP);

	private CommandLine() {}

	/**
	 * @param context with the command service
	 * @param command to make
	 * @param values text of each input by name
	 * @param messages told what should be known of how images were read
	 * @return the command with its inputs set, the others at their defaults
	 * @throws WrongUsage if a key is unknown, a value does not fit or a required
	 *           input is missing
	 * @throws UserFailure if an image cannot be opened
	 */
	public static Command prepare(final Context context, final Commands command,
		final Map<String, String> values, final Consumer<String> messages)
	{
		final CommandInfo info = context.service(CommandService.class).getCommand(
			command.className());
		final Module module = NewModule.of(info);
		context.inject(module);
		final List<ModuleItem<?>> inputs = UserInputs.of(module);
		for (final Map.Entry<String, String> entry : values.entrySet()) {
			final ModuleItem<?> input = inputs.stream().filter(i -> i.getName()
				.equals(entry.getKey())).findFirst().orElseThrow(() -> unknownKey(entry
					.getKey(), command, inputs));
			module.setInput(input.getName(), value(input, entry.getValue(),
				messages));
		}
		requireAll(command, module, inputs);
		return (Command) module.getDelegateObject();
	}

	private static void requireAll(final Commands command, final Module module,
		final List<ModuleItem<?>> inputs)
	{
		for (final ModuleItem<?> input : inputs) {
			if (input.isRequired() && module.getInput(input.getName()) == null)
				throw new WrongUsage("The command " + command.key() + " needs '" + input
					.getName() + "', found nothing. Name a file or folder: " + input
						.getName() + "=PATH.");
		}
		// There is no window that could show the result.
		if (SHOWING.contains(command) && String.valueOf(module.getInput("output"))
			.isEmpty()) throw new WrongUsage("The command " + command.key() +
				" needs 'output', found nothing. Name the TIFF file to write: output=PATH.");
	}

	private static Object value(final ModuleItem<?> input, final String text,
		final Consumer<String> messages)
	{
		return input.getType() == ImagePlus.class ? ImageJImageReader.openOrFail(
			text, messages) : InputValue.of(input, text);
	}

	private static WrongUsage unknownKey(final String key, final Commands command,
		final List<ModuleItem<?>> inputs)
	{
		return new WrongUsage("The command " + command.key() +
			" expects the keys " + String.join(", ", inputs.stream().map(
				ModuleItem::getName).toList()) + "; found '" + key + "'.");
	}
}
