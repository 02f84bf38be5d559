
package io.github.cnnclassifier.launch;

import java.awt.Choice;
import java.awt.Font;
import java.awt.TextField;
import java.io.File;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.scijava.ItemVisibility;
import org.scijava.module.Module;
import org.scijava.module.ModuleItem;
import org.scijava.module.process.AbstractPreprocessorPlugin;
import org.scijava.module.process.PreprocessorPlugin;
import org.scijava.plugin.Plugin;
import org.scijava.util.Types;
import org.scijava.widget.FileWidget;
import org.scijava.widget.InputHarvester;

import ij.ImagePlus;
import ij.gui.GenericDialog;
import ij.plugin.frame.Recorder;
import io.github.cnnclassifier.command.ClassifierCommand;
import io.github.cnnclassifier.failure.UserFailure;
import io.github.cnnclassifier.failure.WrongUsage;
import io.github.cnnclassifier.imagej.Caller;
import io.github.cnnclassifier.imagej.Hosts;
import io.github.cnnclassifier.progress.CanceledException;

/**
 * Asks for the open inputs of our commands in a dialog of ImageJ, again and
 * again until they are right or the user cancels. In Fiji it comes before the
 * dialogs of SciJava, for which it leaves nothing to ask: so both hosts have
 * the same dialog. Whoever gives inputs, a macro, a program, and who has no
 * window of ImageJ never sees it.
 */
@Plugin(type = PreprocessorPlugin.class,
	priority = GenericDialogHarvester.PRIORITY)
public final class GenericDialogHarvester extends AbstractPreprocessorPlugin {

	/**
	 * Behind what fills in first values, and ahead of SciJava's chooser of a
	 * single file and of its dialog.
	 */
	static final double PRIORITY = InputHarvester.PRIORITY + 0.625;

	private static final int FILE_COLUMNS = 36;
	private static final int NUMBER_COLUMNS = 8;
	// the longest dialog fits a screen of 768 pixels
	private static final int ROW_GAP = 2;
	private static final Font HEADING = new Font(Font.SANS_SERIF, Font.BOLD, 13);

	private final List<ModuleItem<?>> asked = new ArrayList<>();
	private final Map<ModuleItem<?>, String> typed = new HashMap<>();

	@Override
	public void process(final Module module) {
		if (!UserInputs.isOurs(module) || MacroInputs.isMacro() || !Hosts
			.hasWindow()) return;
		asked.addAll(UserInputs.unresolved(module));
		if (asked.isEmpty()) return;
		if (!ask(module, DialogTrouble.NONE)) {
			Recorder.setCommand(null);
			cancel(null);
			Caller.now().stop();
			return;
		}
		if (module.getDelegateObject() instanceof final ClassifierCommand command)
			command.setMender(failure -> mend(module, failure));
	}

	/** Until all is right; false if the user cancels. */
	private boolean ask(final Module module, final DialogTrouble first) {
		DialogTrouble trouble = first;
		while (true) {
			final GenericDialog dialog = dialog(module, trouble);
			dialog.showDialog();
			if (dialog.wasCanceled()) return false;
			final List<ModuleItem<?>> wrong = new ArrayList<>();
			final List<String> problems = read(dialog, module, wrong);
			trouble.chosen().map(new Mending(module, asked)::apply).ifPresent(
				mended -> typed.put(mended.item(), mended.text()));
			if (problems.isEmpty()) return true;
			trouble = new DialogTrouble(String.join("\n", problems), List.of(), wrong
				.stream().findFirst());
		}
	}

	/** The dialog comes back after a failure, with all that was typed. */
	private boolean mend(final Module module, final UserFailure failure) {
		if (!ask(module, new Mending(module, asked).trouble(failure)))
			throw new CanceledException();
		return true;
	}

	/** The inputs that the dialog had. */
	List<ModuleItem<?>> asked() {
		return asked;
	}

	private GenericDialog dialog(final Module module,
		final DialogTrouble trouble)
	{
		final PagedDialog dialog = new PagedDialog(module.getInfo().getTitle());
		trouble.addTo(dialog);
		final FoldedRows rows = new FoldedRows(dialog);
		final ShownFields shown = new ShownFields(module, asked);
		for (final ModuleItem<?> item : module.getInfo().inputs()) {
			if (item.getVisibility() == ItemVisibility.MESSAGE) {
				final Object text = item.getValue(module);
				if (text == null) continue;
				heading(dialog, text.toString());
				rows.heading();
			}
			else if (asked.contains(item)) {
				final String text = text(item, item.getValue(module));
				final int from = dialog.getComponentCount();
				add(dialog, item, item.getValue(module));
				new ReachableRow(dialog, label(item), item.get(ClassifierCommand.OR))
					.complete(from);
				final boolean wrong = trouble.isOf(item);
				if (wrong) FirstFocus.give(dialog, from);
				final boolean first = wrong || shown.has(item, text);
				if (isBesideTheLast(item)) rows.sameRow(first);
				else rows.row(first);
			}
		}
		rows.fold();
		dialog.fit(rows);
		dialog.addHelp(DialogHelp.of(asked));
		return dialog;
	}

	private String text(final ModuleItem<?> item, final Object value) {
		return typed.getOrDefault(item, value == null ? "" : value.toString());
	}

	private void add(final GenericDialog dialog, final ModuleItem<?> item,
		final Object value)
	{
		final Class<?> type = Types.box(item.getType());
		final String label = label(item);
		final String text = text(item, value);
		dialog.setInsets(ROW_GAP, 0, ROW_GAP);
		if (isBesideTheLast(item)) dialog.addToSameRow();
		if (type == Boolean.class) addCheckbox(dialog, label, value);
		else if (type == ImagePlus.class) dialog.addImageChoice(label,
			value instanceof ImagePlus image ? image.getTitle() : null);
		else if (choices(item).length > 0) dialog.addChoice(label, choices(item),
			text);
		else if (type == File.class && hasStyle(item,
			ClassifierCommand.FOLDER_OR_TABLE))
		{
			dialog.addFileField(label, text, FILE_COLUMNS);
			FolderOrTableButton.browseBoth(dialog, label);
		}
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
		if (item.get(ClassifierCommand.KNOWN_MODELS) != null) ModelChoice
			.addBehindNames(dialog);
		else clearWhenChosen(dialog);
	}

	/** What was typed would count, and not what is chosen now. */
	private static void clearWhenChosen(final GenericDialog dialog) {
		final TextField field = (TextField) dialog.getStringFields().lastElement();
		((Choice) dialog.getChoices().lastElement()).addItemListener(event -> field
			.setText(""));
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
		if (UsedModels.isOne(item)) ModelChoice.putBeside(dialog, label(item));
	}

	/**
	 * What is wrong, empty if nothing; what was typed is kept in any case.
	 *
	 * @param wrong gets the inputs that are wrong, in order
	 */
	private List<String> read(final GenericDialog dialog, final Module module,
		final List<ModuleItem<?>> wrong)
	{
		final List<String> missing = new ArrayList<>();
		final List<String> problems = new ArrayList<>();
		typed.clear();
		for (final ModuleItem<?> item : asked) {
			try {
				final Object value = next(dialog, item);
				module.setInput(item.getName(), value);
				if (value == null && item.isRequired()) {
					missing.add("'" + label(item) + "'");
					wrong.add(item);
				}
			}
			catch (final WrongUsage refused) {
				wrong.add(item);
				problems.add(new Mending(module, asked).inLabels(refused.getMessage()));
			}
			finally {
				// the dialog records its own keys; PlainRecorder knows the right ones
				Recorder.resetCommandOptions();
			}
		}
		if (!missing.isEmpty()) problems.add(0, "Expected a value for " + String
			.join(" and ", missing) + ", got none.");
		// headings, too: else SciJava would show a dialog of nothing else
		if (problems.isEmpty()) UserInputs.resolveAll(module);
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
		if (hasStyle(item, ClassifierCommand.ANY_TITLE_STYLE)) return LabelImages
			.ofAllImages();
		if (hasStyle(item, ClassifierCommand.TITLE_STYLE)) return LabelImages
			.titles();
		if (item.getType().isEnum()) return Arrays.stream(item.getType()
			.getEnumConstants()).map(Object::toString).toArray(String[]::new);
		final List<?> choices = item.getChoices();
		return choices == null ? new String[0] : choices.stream().map(
			Object::toString).toArray(String[]::new);
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
