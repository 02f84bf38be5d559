
package io.github.cnnclassifier.ui.train;

import java.awt.BorderLayout;
import java.awt.Component;
import java.io.File;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.text.ParseException;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Supplier;

import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JSpinner;
import javax.swing.JTextField;
import javax.swing.SpinnerNumberModel;
import javax.swing.text.JTextComponent;

import io.github.cnnclassifier.ui.TextChanges;

/** Edits one key, by choice rather than by typing. Used on the event thread. */
final class KeyEditor {

	private static final int COLUMNS = 12;
	private static final double SMALL_STEP = 0.001;

	private final KeyField field;
	private final Runnable changed;
	private final JComponent input;
	private final JComponent component;
	private final Supplier<String> text;
	private final Consumer<String> setter;
	private boolean shown;

	/** @param changed told of each change */
	KeyEditor(final KeyField field, final Runnable changed) {
		this.field = field;
		this.changed = changed;
		switch (field.kind()) {
			case CHECK -> {
				final JCheckBox box = new JCheckBox();
				box.addItemListener(event -> tell());
				input = box;
				text = () -> String.valueOf(box.isSelected());
				setter = value -> box.setSelected(Boolean.parseBoolean(value));
			}
			case CHOICE, SUGGESTION -> {
				final JComboBox<String> list = new JComboBox<>(field.choices().toArray(
					String[]::new));
				list.setEditable(field.kind() == KeyField.Kind.SUGGESTION);
				list.addActionListener(event -> tell());
				if (list.isEditable()) TextChanges.follow((JTextComponent) list
					.getEditor().getEditorComponent(), this::tell);
				input = list;
				text = () -> text(list);
				setter = list::setSelectedItem;
			}
			case WHOLE, DECIMAL -> {
				final JSpinner spinner = spinner(field);
				spinner.addChangeListener(event -> tell());
				input = spinner;
				text = () -> text(spinner);
				setter = value -> spinner.setValue(number(field, value));
			}
			default -> {
				final JTextField line = new JTextField(COLUMNS);
				TextChanges.follow(line, this::tell);
				input = line;
				text = () -> line.getText().strip();
				setter = line::setText;
			}
		}
		setter.accept(field.initial());
		shown = true;
		input.setToolTipText(field.help());
		named(input);
		component = field.file() == KeyField.Place.NONE ? input : withButton();
	}

	private void tell() {
		if (shown) changed.run();
	}

	private void named(final JComponent named) {
		named.getAccessibleContext().setAccessibleName(field.label());
		named.getAccessibleContext().setAccessibleDescription(field.help());
		if (named instanceof final JSpinner spinner) named(
			((JSpinner.DefaultEditor) spinner.getEditor()).getTextField());
		else if (named instanceof final JComboBox<?> list && list.isEditable())
			named((JComponent) list.getEditor().getEditorComponent());
	}

	private static String text(final JComboBox<String> list) {
		final Object item = list.isEditable() ? list.getEditor().getItem() : list
			.getSelectedItem();
		return item == null ? "" : item.toString().strip();
	}

	private static JSpinner spinner(final KeyField field) {
		final boolean whole = field.kind() == KeyField.Kind.WHOLE;
		final SpinnerNumberModel model = whole ? new SpinnerNumberModel(number(
			field, field.initial()), whole(field.min()), whole(field.max()), Long
				.valueOf(1)) : new SpinnerNumberModel(number(field, field.initial()),
					field.min(), field.max(), Double.valueOf(SMALL_STEP));
		final JSpinner spinner = new JSpinner(model);
		final JSpinner.NumberEditor editor = new JSpinner.NumberEditor(spinner,
			whole ? "0" : "0.########");
		// macros and messages have points everywhere
		editor.getFormat().setDecimalFormatSymbols(DecimalFormatSymbols.getInstance(
			Locale.ROOT));
		editor.getTextField().setColumns(8);
		spinner.setEditor(editor);
		// shown once more, now with a point
		editor.getTextField().setValue(spinner.getValue());
		return spinner;
	}

	private static Long whole(final Double limit) {
		return limit == null ? null : Long.valueOf(limit.longValue());
	}

	private static Number number(final KeyField field, final String value) {
		final BigDecimal number = new BigDecimal(value.strip());
		if (field.kind() == KeyField.Kind.WHOLE) return number.longValue();
		return number.doubleValue();
	}

	private static String text(final JSpinner spinner) {
		try {
			spinner.commitEdit();
		}
		catch (final ParseException e) {
			// what is no number goes when the field is left, and never counts
			return plain(spinner.getValue());
		}
		return plain(spinner.getValue());
	}

	private static String plain(final Object number) {
		return number instanceof final Double value ? Double.toString(value)
			: number.toString();
	}

	private JPanel withButton() {
		final JButton browse = new JButton("\u2026");
		browse.setToolTipText("Choose from the disk");
		browse.getAccessibleContext().setAccessibleName("Choose: " + field.label());
		browse.addActionListener(event -> browse(browse));
		final JPanel both = new JPanel(new BorderLayout(2, 0));
		both.setOpaque(false);
		both.add(input);
		both.add(browse, BorderLayout.EAST);
		return both;
	}

	private void browse(final Component above) {
		final JFileChooser chooser = new JFileChooser(new File(text()));
		chooser.setDialogTitle(field.label());
		if (field.file() == KeyField.Place.FOLDER) chooser.setFileSelectionMode(
			JFileChooser.DIRECTORIES_ONLY);
		if (chooser.showDialog(above, "Choose") == JFileChooser.APPROVE_OPTION) set(
			chooser.getSelectedFile().getPath());
	}

	KeyField field() {
		return field;
	}

	JComponent component() {
		return component;
	}

	/** @return what has the focus while the key is edited */
	JComponent input() {
		return input;
	}

	/** @return the value as a macro has it */
	String text() {
		return text.get();
	}

	void set(final String value) {
		setter.accept(value);
	}

	boolean isChanged() {
		return !text().equals(field.initial());
	}
}
