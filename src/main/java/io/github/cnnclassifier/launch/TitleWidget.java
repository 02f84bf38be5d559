
package io.github.cnnclassifier.launch;

import java.awt.BorderLayout;

import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JPanel;

import org.scijava.Priority;
import org.scijava.plugin.Plugin;
import org.scijava.widget.AbstractInputWidget;
import org.scijava.widget.InputWidget;
import org.scijava.widget.WidgetModel;

import io.github.cnnclassifier.command.ClassifierCommand;

/**
 * Lists the open images in Fiji's dialogs where one of our commands asks for a
 * label image; Fiji would let its title be typed.
 */
@Plugin(type = InputWidget.class, priority = Priority.HIGH)
public final class TitleWidget extends AbstractInputWidget<String, JPanel> {

	private JPanel panel;
	private JComboBox<String> titles;

	@Override
	public boolean supports(final WidgetModel model) {
		return super.supports(model) && model.isText() && (model.isStyle(
			ClassifierCommand.TITLE_STYLE) || model.isStyle(
				ClassifierCommand.ANY_TITLE_STYLE)) && UserInputs.isOurs(model
					.getModule());
	}

	@Override
	public void set(final WidgetModel model) {
		super.set(model);
		titles = new JComboBox<>(model.isStyle(ClassifierCommand.ANY_TITLE_STYLE)
			? LabelImages.ofAllImages() : LabelImages.titles());
		titles.getAccessibleContext().setAccessibleName(model.getWidgetLabel());
		// a title may look like markup
		if (titles.getRenderer() instanceof final JComponent renderer) renderer
			.putClientProperty("html.disable", true);
		// of an image that was open when the last dialog was filled
		titles.setSelectedItem(model.getText() == null ? "" : model.getText());
		titles.addActionListener(event -> updateModel());
		panel = new JPanel(new BorderLayout());
		panel.add(titles);
	}

	@Override
	public String getValue() {
		final Object chosen = titles.getSelectedItem();
		return chosen == null ? "" : chosen.toString();
	}

	@Override
	public void refreshWidget() {
		final Object text = get().getValue();
		if (text != null && !text.equals(getValue())) titles.setSelectedItem(text);
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
