
package io.github.cnnclassifier.launch;

import java.awt.Font;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;

import ij.IJ;
import ij.ImagePlus;
import ij.WindowManager;
import ij.gui.GenericDialog;
import ij.gui.YesNoCancelDialog;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.dataset.source.LabelRules;
import io.github.cnnclassifier.failure.ExistingFile;
import io.github.cnnclassifier.failure.UnusableClass;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.imagej.MessageLines;
import io.github.cnnclassifier.progress.CanceledException;

/**
 * Asks for the open inputs in a dialog of plain ImageJ, again and again until
 * they are right or the user cancels.
 */
final class GenericDialogHarvester extends AbstractPreprocessorPlugin {

	private static final int FILE_COLUMNS = 36;
	private static final int NUMBER_COLUMNS = 8;
	// the longest dialog fits a screen of 768 pixels
	private static final int ROW_GAP = 2;
	private static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 13);
	private static final String OVERWRITE = "overwrite";
	private static final String EXCLUDE = "exclude";

	private final List<ModuleItem<?>> asked = new ArrayList<>();
	private final Map<ModuleItem<?>, String> typed = new HashMap<>();

	@Override
	public void process(final Module module) {
		asked.addAll(UserInputs.unresolved(module));
		if (asked.isEmpty()) return;
		if (!ask(module)) {
			Recorder.setCommand(null);
			cancel(null);
			Hosts.stopMacro();
			return;
		}
		if (module.getDelegateObject() instanceof final ClassifierCommand command)
			command.setMender(failure -> mend(module, failure));
	}

	/** Until all is right; false if the user cancels. */
	private boolean ask(final Module module) {
		while (true) {
			final GenericDialog dialog = dialog(module);
			dialog.showDialog();
			if (dialog.wasCanceled()) return false;
			final List<String> problems = read(dialog, module);
			if (problems.isEmpty()) return true;
			Hosts.tell(module.getInfo().getTitle(), String.join("\n", problems));
		}
	}

	/** The dialog comes back after a failure, with all that was typed. */
	private boolean mend(final Module module, final UserFailure failure) {
		final String title = module.getInfo().getTitle();
		if (failure instanceof ExistingFile) {
			if (hasAsked(OVERWRITE) && isYes(title, failure.getMessage().replaceFirst(
				" Choose another name.*", "") + " Replace it?"))
			{
				module.setInput(OVERWRITE, true);
				return true;
			}
		}
		else if (failure instanceof final UnusableClass unusable && hasAsked(
			EXCLUDE))
		{
			if (isYes(title, unusable.problem() + " Leave this class out?")) {
				exclude(module, unusable.label());
				return true;
			}
		}
		else Hosts.tell(title, inLabels(failure.getMessage()));
		if (!ask(module)) throw new CanceledException();
		return true;
	}

	private void exclude(final Module module, final String label) {
		final Object before = module.getInput(EXCLUDE);
		final String name = LabelRules.listed(label);
		final String names = before == null || before.toString().isBlank() ? name
			: before + "," + name;
		module.setInput(EXCLUDE, names);
		asked.stream().filter(item -> EXCLUDE.equals(item.getName())).forEach(
			item -> typed.put(item, names));
	}

	private boolean hasAsked(final String name) {
		return asked.stream().anyMatch(item -> name.equals(item.getName()));
	}

	private static boolean isYes(final String title, final String question) {
		return new YesNoCancelDialog(IJ.getInstance(), title, MessageLines.of(
			question)).yesPressed();
	}

	/** A message that names keys, for somebody who sees labels. */
	private String inLabels(final String message) {
		return InputLabels.in(message, asked);
	}

	/** The inputs that the dialog had. */
	List<ModuleItem<?>> asked() {
		return asked;
	}

	private GenericDialog dialog(final Module module) {
		final GenericDialog dialog = new GenericDialog(module.getInfo().getTitle());
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getVisibility() == ItemVisibility.MESSAGE) {
				final Object text = item.getValue(module);
				if (text != null) heading(dialog, text.toString());
			}
			else if (asked.contains(item)) add(dialog, item, item.getValue(module));
		}
		dialog.addHelp(DialogHelp.of(asked));
		return dialog;
	}

	private void add(final GenericDialog dialog, final ModuleItem<?> item,
		final Object value)
	{
		final Class<?> type = Types.box(item.getType());
		final String label = label(item);
		final String text = typed.getOrDefault(item, value == null ? "" : value
			.toString());
		dialog.setInsets(ROW_GAP, 0, ROW_GAP);
		if (isBesideTheLast(item)) dialog.addToSameRow();
		if (type == Boolean.class) addCheckbox(dialog, label, value);
		else if (type == ImagePlus.class) dialog.addImageChoice(label,
			value instanceof ImagePlus image ? image.getTitle() : null);
		else if (choices(item).length > 0) dialog.addChoice(label, choices(item),
			text);
		else if (type == File.class && hasStyle(item, FileWidget.DIRECTORY_STYLE))
			dialog.addDirectoryField(label, text, FILE_COLUMNS);
		else if (type == File.class) addFile(dialog, item, text);
		else if (suggestions(item).length > 0) addSuggestions(dialog, item, text);
		else dialog.addStringField(label, text, type == String.class ? item
			.getColumnCount() : NUMBER_COLUMNS);
	}

	private boolean isBesideTheLast(final ModuleItem<?> item) {
		final int before = asked.indexOf(item) - 1;
		return item.get(ClassifierCommand.SAME_ROW) != null && before >= 0;
	}

	private static void heading(final GenericDialog dialog, final String text) {
		dialog.setInsets(6, 5, 0);
		// a dialog that is not shown yet has no font of its own to derive from
		dialog.addMessage(text, HEADING);
	}

	/** A list of names, and beside it a place for what is not in it. */
	private static void addSuggestions(final GenericDialog dialog,
		final ModuleItem<?> item, final String text)
	{
		final String[] names = suggestions(item);
		final boolean named = Arrays.asList(names).contains(text);
		dialog.addChoice(label(item), names, named ? text : names[0]);
		dialog.addToSameRow();
		dialog.addStringField(item.get(ClassifierCommand.OR), named ? "" : text,
			item.getColumnCount());
	}

	private static String[] suggestions(final ModuleItem<?> item) {
		final String names = item.get(ClassifierCommand.SUGGESTIONS);
		return names == null ? new String[0] : names.split(",");
	}

	private static void addCheckbox(final GenericDialog dialog,
		final String label, final Object value)
	{
		dialog.setInsets(ROW_GAP, 20, 0);
		dialog.addCheckbox(label, Boolean.TRUE.equals(value));
	}

	private static void addFile(final GenericDialog dialog,
		final ModuleItem<?> item, final String text)
	{
		dialog.addFileField(label(item), text, FILE_COLUMNS);
		if (hasStyle(item, FileWidget.SAVE_STYLE)) SaveButton.browseToSave(dialog,
			label(item));
	}

	/** What is wrong, empty if nothing; what was typed is kept in any case. */
	private List<String> read(final GenericDialog dialog, final Module module) {
		final List<String> missing = new ArrayList<>();
		final List<String> problems = new ArrayList<>();
		typed.clear();
		for (final ModuleItem<?> item : asked) {
			try {
				final Object value = next(dialog, item);
				module.setInput(item.getName(), value);
				if (value == null && item.isRequired()) missing.add("'" + label(item) +
					"'");
			}
			catch (final WrongUsage wrong) {
				problems.add(inLabels(wrong.getMessage()));
			}
			finally {
				// the dialog records its own keys; PlainRecorder knows the right ones
				Recorder.resetCommandOptions();
			}
		}
		if (!missing.isEmpty()) problems.add(0, "Expected a value for " + String
			.join(" and ", missing) + ", got none.");
		if (problems.isEmpty()) asked.forEach(item -> module.resolveInput(item
			.getName()));
		return problems;
	}

	private Object next(final GenericDialog dialog, final ModuleItem<?> item) {
		final Class<?> type = Types.box(item.getType());
		if (type == Boolean.class) return dialog.getNextBoolean();
		if (type == ImagePlus.class) return dialog.getNextImage();
		if (choices(item).length > 0) return InputValue.of(item, dialog
			.getNextChoice());
		String text = suggestions(item).length > 0 ? dialog.getNextChoice() : "";
		final String other = dialog.getNextString();
		if (!other.isBlank() || text.isEmpty()) text = other;
		typed.put(item, text);
		return InputValue.of(item, text);
	}

	private static String[] choices(final ModuleItem<?> item) {
		if (hasStyle(item, ClassifierCommand.TITLE_STYLE)) return openImages();
		if (item.getType().isEnum()) return Arrays.stream(item.getType()
			.getEnumConstants()).map(Object::toString).toArray(String[]::new);
		final List<?> choices = item.getChoices();
		return choices == null ? new String[0] : choices.stream().map(
			Object::toString).toArray(String[]::new);
	}

	/** The first is none. */
	private static String[] openImages() {
		return Stream.concat(Stream.of(""), Arrays.stream(WindowManager
			.getImageTitles())).distinct().toArray(String[]::new);
	}

	private static boolean hasStyle(final ModuleItem<?> item,
		final String style)
	{
		return item.getWidgetStyle() != null && item.getWidgetStyle().contains(
			style);
	}

	static String label(final ModuleItem<?> item) {
		final String label = item.getLabel();
		if (label == null || label.isEmpty()) return item.getName();
		// the names that follow in brackets are in the list
		return suggestions(item).length > 0 ? label.replaceFirst(" \\(.*", "")
			: label;
	}
}
