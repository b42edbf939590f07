import type * as govuk from '../govuk-options.ts'
import { component } from './templates.ts'

export const govukBackLink = component<govuk.BackLinkOptions>('govuk', 'back-link')

export const govukButton = component<govuk.ButtonOptions>('govuk', 'button')
export const govukCheckboxes = component<govuk.CheckboxesOptions>('govuk', 'checkboxes')
export const govukDateInput = component<govuk.DateInputOptions>('govuk', 'date-input')
export const govukDetails = component<govuk.DetailsOptions>('govuk', 'details')
export const govukErrorSummary = component<govuk.ErrorSummaryOptions>('govuk', 'error-summary')

export const govukGenericHeader = component<govuk.GenericHeaderOptions>('govuk', 'generic-header')
export const govukInput = component<govuk.InputOptions>('govuk', 'input')
export const govukInsetText = component<govuk.InsetTextOptions>('govuk', 'inset-text')

export const govukPasswordInput = component<govuk.PasswordInputOptions>('govuk', 'password-input')

export const govukRadios = component<govuk.RadiosOptions>('govuk', 'radios')
export const govukSelect = component<govuk.SelectOptions>('govuk', 'select')
export const govukServiceNavigation = component<govuk.ServiceNavigationOptions>('govuk', 'service-navigation')
export const govukSkipLink = component<govuk.SkipLinkOptions>('govuk', 'skip-link')
export const govukSummaryList = component<govuk.SummaryListOptions>('govuk', 'summary-list')
export const govukTag = component<govuk.TagOptions>('govuk', 'tag')
export const govukTaskList = component<govuk.TaskListOptions>('govuk', 'task-list')
export const govukTextarea = component<govuk.TextareaOptions>('govuk', 'textarea')
export const govukWarningText = component<govuk.WarningTextOptions>('govuk', 'warning-text')
