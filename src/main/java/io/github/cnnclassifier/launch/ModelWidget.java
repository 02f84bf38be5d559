
package io.github.cnnclassifier.launch;

import java.awt.BorderLayout;
import java.io.File;
import java.nio.file.Path;
import java.util.List;

import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JFileChooser;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

import io.github.cnnclassifier.workflow.models.KnownModels;

/**
 * The field of a model in Fiji's dialogs, with the list of known models before
 * it; the same as {@link ModelChoice} in plain ImageJ.
 */
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public final class ModelWidget extends AbstractInputWidget<File, JPanel> {

	private static final int COLUMNS = 22;

	private JPanel panel;
	private JTextField field;
	private JComboBox<String> choice;
	private List<Path> models = List.of();
	/** While the list follows the field. */
	private boolean following;

	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && UsedModels.isOne(model.getItem()) &&
			UserInputs.isOurs(model.getModule());
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		models = KnownModels.ofUser().all();
		choice = new JComboBox<>();
		choice.addItem(ModelNames.OTHER);
		ModelNames.of(models).forEach(choice::addItem);
		choice.getAccessibleContext().setAccessibleName(model.getWidgetLabel() +
			", known ones");
		field = new JTextField(COLUMNS);
		field.getAccessibleContext().setAccessibleName(model.getWidgetLabel());
		final JButton browse = new JButton("Browse");
		browse.addActionListener(event -> browse());
		panel = new JPanel(new BorderLayout());
		panel.add(choice, BorderLayout.WEST);
		panel.add(field);
		panel.add(browse, BorderLayout.EAST);
		refreshWidget();
		choice.addActionListener(event -> choose());
		field.getDocument().addDocumentListener(new DocumentListener() {

			@Override
			public void insertUpdate(final DocumentEvent event) {
				follow();
			}

			@Override
			public void removeUpdate(final DocumentEvent event) {
				follow();
			}

			@Override
			public void changedUpdate(final DocumentEvent event) {
				follow();
			}
		});
	}

	private void choose() {
		final int index = choice.getSelectedIndex() - 1;
		if (!following && index >= 0) field.setText(models.get(index).toString());
	}

	private void follow() {
		following = true;
		choice.setSelectedIndex(1 + ModelNames.indexOf(models, field.getText()));
		following = false;
		updateModel();
	}

	private void browse() {
		final JFileChooser chooser = new JFileChooser(field.getText().isBlank()
			? null : new File(field.getText()).getAbsoluteFile().getParentFile());
		if (chooser.showOpenDialog(panel) == JFileChooser.APPROVE_OPTION) field
			.setText(chooser.getSelectedFile().getPath());
	}

	@Override
	public File getValue() {
		final String text = field.getText().strip();
		return text.isEmpty() ? null : new File(text);
	}

	@Override
	public void refreshWidget() {
		final Object value = get().getValue();
		final String text = value == null ? "" : value.toString();
		if (text.equals(field.getText())) return;
		field.setText(text);
		choice.setSelectedIndex(1 + ModelNames.indexOf(models, text));
	}

	@Override
	public JPanel getComponent() {
		return panel;
	}

	@Override
	public Class<JPanel> getComponentType() {
		return JPanel.class;
	}
}
